"""The engines that carry out a plan: generated Python, and expressions over dataframes."""
