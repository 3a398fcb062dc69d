"""The shipped calibration."""

from answers.search.chance import Calibration, Logistic

# DEFAULT is fitted by `python -m benchmarks.calibrate` to the labelled questions, of which 18 % are traps, and to the
# open ones of tests/answers/asked; PLAIN to the labelled ones, without a layer. The threshold is a little above the one
# that is worth most (0.70): at most 1.5 % of the labelled questions may be answered wrongly.
# `campanile evaluate tests/answers/labelled --cross-validate` judges the procedure on entries that it did not see.
PLAIN = Calibration(
    first=Logistic(-4.39, (-0.57, 2.52, 1.71, 1.79, 4.22, 0.30, 2.02, -0.40, 0.22, -0.42, 2.56, -3.78, -1.55)),
    among=Logistic(-3.50, (4.16, 1.00, -0.64, 2.26, 0.33, -2.06, 4.39, -0.69, -0.84, -1.28, -1.73, -3.37, -2.11)),
    answer_from=0.7,
    offer_from=0.25,
)
"""Of entries that no layer knows."""
DEFAULT = Calibration(
    first=Logistic(
        -0.90,
        (
            -0.74,
            2.41,
            -0.10,
            1.58,
            1.34,
            0.32,
            2.07,
            -1.56,
            -0.68,
            -1.32,
            0.64,
            -2.35,
            -1.58,
            0.13,
            -0.17,
            0.61,
            0.88,
            0.34,
        ),
    ),
    among=Logistic(
        -0.54,
        (
            2.86,
            1.31,
            -1.07,
            1.39,
            -0.87,
            -1.42,
            3.77,
            -1.69,
            -0.91,
            -2.02,
            -2.08,
            -2.02,
            -2.11,
            0.03,
            -0.00,
            0.20,
            1.06,
            2.08,
        ),
    ),
    answer_from=0.73,
    offer_from=0.25,
    plain=PLAIN,
)
