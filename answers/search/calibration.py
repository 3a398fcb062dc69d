"""The shipped calibration."""

from answers.search.chance import Calibration, Logistic

# Fitted by `answers.fit` on the labelled questions of tests/answers/labelled (1708, three languages, 18 % of
# them out of scope); the threshold is where answering is worth most, within the bounds of `answers.fit`.
# `campanile evaluate tests/answers/labelled --cross-validate` judges the procedure on unseen entries.
PLAIN = Calibration(
    first=Logistic(-4.39, (-0.57, 2.52, 1.71, 1.79, 4.22, 0.30, 2.02, -0.40, 0.22, -0.42, 2.56, -3.78, -1.55)),
    among=Logistic(-3.50, (4.16, 1.00, -0.64, 2.26, 0.33, -2.06, 4.39, -0.69, -0.84, -1.28, -1.73, -3.37, -2.11)),
    answer_from=0.7,
    offer_from=0.25,
)
"""Of entries that no layer knows."""
DEFAULT = Calibration(
    first=Logistic(
        -0.20,
        (
            -0.66,
            3.94,
            -0.66,
            0.82,
            0.93,
            -0.37,
            2.61,
            -1.16,
            -0.12,
            -2.59,
            -0.13,
            -1.64,
            -1.62,
            0.24,
            -0.12,
            0.16,
            1.25,
            1.16,
        ),
    ),
    among=Logistic(
        0.01,
        (
            3.09,
            1.74,
            -1.05,
            1.01,
            -1.64,
            -1.86,
            3.94,
            -1.53,
            -0.96,
            -2.61,
            -2.36,
            -1.49,
            -2.03,
            0.08,
            -0.04,
            0.10,
            1.27,
            2.08,
        ),
    ),
    answer_from=0.70,
    offer_from=0.25,
    plain=PLAIN,
)
