package sink

// ArticleLine writes a record of canonical.jsonl that EncodeArticle made.
func (w *Writer) ArticleLine(line []byte) error { return w.streams[canonicalFile].write(line) }

// ApparatusLine writes a record of apparatus.jsonl that EncodeApparatus made.
func (w *Writer) ApparatusLine(line []byte) error { return w.streams[apparatusFile].write(line) }

// DocumentLine writes a record of documents.jsonl that EncodeDocument made.
func (w *Writer) DocumentLine(line []byte) error { return w.streams[documentsFile].write(line) }
