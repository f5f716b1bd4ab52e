import CCmark

extension Node {
    /// What a reader is told without seeing it: the text, without marks, HTML and the pictures themselves.
    func plainText() -> String {
        // Most often it is one piece of text.
        if let child = onlyChild, child.kind == CMARK_NODE_TEXT { return child.literal }
        var text = ""
        guard let iterator = cmark_iter_new(pointer) else { return text }
        defer { cmark_iter_free(iterator) }
        while true {
            let event = cmark_iter_next(iterator)
            if event == CMARK_EVENT_DONE { return text }
            guard event == CMARK_EVENT_ENTER, let node = Node(cmark_iter_get_node(iterator)) else { continue }
            switch node.kind {
            case CMARK_NODE_TEXT, CMARK_NODE_CODE: text += node.literal
            case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: text += " "
            default: break
            }
        }
    }
}
