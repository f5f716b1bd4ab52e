import Newspaper

/// How other hosts are asked whether what the site's links lead to is still there.
public struct ExternalLinks: Sendable {
    /// Who asks, as hosts are told: `stet/0.1.0`.
    public var agent: String
    /// What time it really is: what was found a while ago is asked again.
    public var now: Timestamp
    /// How many hosts are asked at once; each of them one thing at a time.
    public var hostsAtOnce = 8
    /// How many requests a host gets in a second.
    public var requestsPerSecond = 1
    /// How long one may take, in seconds.
    public var patience = 20
    /// Where a host is to be found.
    var resolve: @Sendable (String) -> Resolution = Resolution.init

    public init(agent: String, now: Timestamp) {
        self.agent = agent
        self.now = now
    }
}

/// What became of an address that was asked for.
enum LinkOutcome: Sendable, Hashable {
    /// It is there.
    case fine
    /// It has moved for good; what is there now is there.
    case moved(String)
    /// The host answered, and lets no programs in: nobody can tell.
    case closed
    /// The host answered with this status.
    case refused(Int)
    /// There was no answer, in words.
    case unanswered(String)
    /// It is not asked who lives there.
    case privateHost
    /// There is no network.
    case unreachable
}
