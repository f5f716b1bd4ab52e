import Foundation
import Newspaper
import Press

/// The one place where the clock is read.
enum Clock {
    static var now: Timestamp { Timestamp(seconds: Int(Date().timeIntervalSince1970)) }
}

extension Now {
    /// What the call says, else what the clock says.
    static func given(_ text: String?) -> Now {
        text.map(Now.written) ?? .moment(Clock.now)
    }
}
