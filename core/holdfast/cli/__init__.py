"""The terminal: one module per noun, a thin face over `holdfast.app`."""
