/// How long each stage of a build took, in the order in which they ran.
public struct Timings: Sendable {
    public struct Stage: Sendable {
        public var name: String
        public var duration: Duration
    }

    public private(set) var stages: [Stage] = []
    private var last = ContinuousClock.now

    /// Notes that a stage has ended: it took the time since the last one did.
    mutating func end(_ name: String) {
        let now = ContinuousClock.now
        stages.append(Stage(name: name, duration: now - last))
        last = now
    }
}
