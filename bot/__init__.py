"""The core: a question in words -> facts from the store -> a reply. No platform SDK, no SQL, no network."""
