/// Is told how far a build has come. Any thread may call it.
public protocol BuildProgress: Sendable {
    /// A stage begins, in which there are that many things to do; 0 if nobody counts them.
    func begin(_ stage: Stage, of count: Int)
    /// So many more of them are done.
    func advance(by count: Int)
    /// Another build is at work on the same Output, and this one waits for it.
    func waits()
}

/// What a build does, in this order, and what a check may do then: ask other hosts.
public enum Stage: String, Sendable {
    case read, index, render, pictures, publish, ask
}

extension BuildProgress {
    var advance: @Sendable (Int) -> Void { { advance(by: $0) } }
}

/// For a build that nobody watches.
public struct NoProgress: BuildProgress {
    public init() {}

    public func begin(_ stage: Stage, of count: Int) {}
    public func advance(by count: Int) {}
    public func waits() {}
}
