"""Check digits of Nordic numbers. Every function answers whether a text of digits is valid."""


def luhn(text):
    """MOD10: from the right, every second digit counts double."""
    if not text.isascii() or not text.isdigit():
        return False
    doubled = [divmod(int(d) * (1 + i % 2), 10) for i, d in enumerate(reversed(text))]
    return sum(map(sum, doubled)) % 10 == 0


def weighted(text, weights):
    """Modulus 11 with the last digit as check digit; a remainder that would need ten is never valid."""
    if not text.isascii() or not text.isdigit() or len(text) != len(weights) + 1:
        return False
    rest = sum(int(d) * w for d, w in zip(text, weights)) % 11
    return (11 - rest) % 11 == int(text[-1])


def norwegian_organisation(text):
    return weighted(text, (3, 2, 7, 6, 5, 4, 3, 2))


def swedish_organisation(text):
    return len(text) == 10 and luhn(text)


def norwegian_account(text):
    if len(text) == 11 and text.isdigit() and text[4:6] == "00":
        return True
    return weighted(text, (5, 4, 3, 2, 7, 6, 5, 4, 3, 2))


def kid(text):
    return 2 <= len(text) <= 25 and luhn(text)


def ocr(text):
    """With a length digit before the check digit."""
    return 3 <= len(text) <= 25 and luhn(text) and int(text[-2]) == len(text) % 10
