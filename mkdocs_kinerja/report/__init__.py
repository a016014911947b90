"""Writers: one small module per format, each from a `Hasil` to text."""
