"""How Holdfast looks: tokens, and what is made from them (palette, style sheet, icons, dressed controls)."""
