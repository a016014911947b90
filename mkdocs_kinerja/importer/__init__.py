"""From spreadsheets, pasted tables and extracted report text to `tabel` entries in the house format.

masukan -> xlsx | pemisah | teks (| terurai) -> LembarMentah -> susun -> Blok -> sisip, tulis
"""
