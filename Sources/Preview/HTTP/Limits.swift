/// How much clients may ask for, and how long they may take.
struct Limits: Sendable {
    /// How many are served at once.
    var connections = 200
    /// Bytes of a request's line, and of its line and headers.
    var line = 8 << 10
    var head = 16 << 10
    /// For sending a request's head, or beginning with the next one.
    var request = Duration.seconds(10)
    /// For taking a piece of a response.
    var piece = Duration.seconds(30)
    /// Between two signs of life on a stream of events.
    var silence = Duration.seconds(15)
}
