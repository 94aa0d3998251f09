"""Pictures, styles and translations of Holdfast, and the few lines that read them. No Qt."""
