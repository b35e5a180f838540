"""Golden numbers for the racket of the table-tennis robot, worked out with 4 x 4 matrices and
Rodrigues' formula, independently of the simulator. Run: python3 forward_kinematics.py"""
import numpy as np


def motion(axis, angle=0.0, shift=(0.0, 0.0, 0.0)):
    x, y, z = axis
    k = np.array([[0, -z, y], [z, 0, -x], [-y, x, 0]])
    m = np.eye(4)
    m[:3, :3] += np.sin(angle) * k + (1 - np.cos(angle)) * k @ k
    m[:3, 3] = shift
    return m


X, Y, Z = (1, 0, 0), (0, 1, 0), (0, 0, 1)


def racket(q):
    """The blade's frame: x along the handle, y out of the forehand face."""
    return (
        motion(Z, 0, (0, -1.47, 0.04))
        @ motion(Z, 0, (0, q[0], 0))
        @ motion(Z, 0, (q[1], 0, 0))
        @ motion(Z, np.pi / 2)
        @ motion(Z, q[2])
        @ motion(Y, q[3], (0, 0, 0.327))
        @ motion(Y, q[4], (0, 0, 0.280))
        @ motion(X, q[5], (0, 0, 0.010))
        @ motion(Y, q[6], (0.300, 0, 0))
        @ motion(X, q[7])
        @ motion(X, -0.8, (0.064 + 0.26, 0, 0))
    )


if __name__ == "__main__":
    poses = [
        [-0.35, 0, 0, 0.6, 0.4, 0, -1.1, 0.8],
        [0, 0, -0.78, 0.82, 0.33, 0.86, -1.25, 0.57],
        [0, 0, 0.78, 0.82, 0.33, -0.86, -1.25, 1.03],
        [-1.2, 0.7, 1.9, 0.25, 0.85, -1.5, -0.7, 2.2],
        [0.1, -1.8, -1.7, 1.2, 0.05, 1.1, -1.7, -0.6],
        [-0.6, 1.3, 0.4, 0.9, 0.5, -0.3, -1.4, 1.7],
    ]
    for q in poses:
        m = racket(q)
        print(q, m[:3, 3].tolist(), m[:3, 1].tolist(), m[:3, 0].tolist())
