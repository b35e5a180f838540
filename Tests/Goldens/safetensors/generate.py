"""A file written by the safetensors package, for the tests of Networks.

    python3 Tests/Goldens/safetensors/generate.py   (safetensors 0.8.0, PyTorch 2.13.0)

Writes reference.safetensors beside this script: every type that is read, a scalar, an empty tensor,
names and notes with quotes, backslashes and letters beyond ASCII.
"""

import pathlib

import torch
from safetensors.torch import save_file

save_file(
    {
        "single": torch.tensor([[1.5, -2.25, 2.0**-140], [3e38, 0.1, -0.0]]),
        "double": torch.tensor([0.1, -1e300], dtype=torch.float64),
        "half": torch.tensor([1.0, -0.333251953125, 6e-8, 65504.0], dtype=torch.float16),
        "brain": torch.tensor([1.0, -3.140625, 1e38], dtype=torch.bfloat16),
        "scalar": torch.tensor(7.0),
        "empty": torch.zeros(0, 3),
        'quote " backslash \\ greek \u03bb \U0001f3d3': torch.tensor([42.0]),
    },
    pathlib.Path(__file__).parent / "reference.safetensors",
    metadata={"scenario": "table-tennis/return", "note": 'line\nbreak "\u03bb"'},
)
