"""The interview on a screen: questions on the left, levels on the right, a key for each answer."""
