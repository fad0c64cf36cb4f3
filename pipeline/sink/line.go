package sink

// DocumentLine writes a record of documents.jsonl that EncodeDocument made.
func (w *Writer) DocumentLine(line []byte) error { return w.streams[documentsFile].write(line) }
