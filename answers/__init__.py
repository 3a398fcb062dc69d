"""From a resident's words to an entry of the knowledge file. Pure: knows no Telegram, no SQL and no clock."""
