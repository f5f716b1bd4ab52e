/// Why a request is refused before anybody looks at what it asks for.
struct RequestError: Error, Hashable {
    let status: Status

    static let malformed = RequestError(status: .badRequest)
    static let lineTooLong = RequestError(status: .uriTooLong)
    static let headersTooLarge = RequestError(status: .headersTooLarge)
}
