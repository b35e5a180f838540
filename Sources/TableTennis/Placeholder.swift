import Math
