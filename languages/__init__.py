"""Data: a folder for each language, with the words that the bot hears it by and those it says.

Found by `domain.languages`. Nothing here is code, and nothing elsewhere names a language.
"""
