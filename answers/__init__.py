"""From a resident's question to an entry of the knowledge file. Pure: knows no Telegram, no SQL and no clock."""
