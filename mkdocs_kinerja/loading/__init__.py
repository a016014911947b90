"""From files to the model: YAML with positions, JSON Schema, grids, assembly."""
