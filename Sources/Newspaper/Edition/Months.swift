/// The months of the archive, as the articles are gone through from the newest on.
struct Months {
    private let zone: Zone
    private(set) var list: [Edition.Month] = []
    /// Moments that are in the month that was added to last, in whatever zone: no clock is a day ahead or behind.
    private var inLast = 0..<0
    private var last = 0

    init(zone: Zone) {
        self.zone = zone
    }

    mutating func add(_ story: Int32, at date: Timestamp) {
        if !inLast.contains(date.seconds) {
            let day = zone.local(date).date
            last = month(of: day)
            inLast = Months.inner(day)
        }
        list[last].stories.append(story)
    }

    /// All of a day's month, in UTC, but for its first and last day.
    private static func inner(_ day: CivilDate) -> Range<Int> {
        let next = day.month == 12 ? (day.year + 1, 1) : (day.year, day.month + 1)
        guard let first = CivilDate(year: day.year, month: day.month, day: 1),
            let last = CivilDate(year: next.0, month: next.1, day: 1)
        else { return 0..<0 }
        return (first.daysSince1970 + 1) * 86_400..<(last.daysSince1970 - 1) * 86_400
    }

    /// The position of a day's month. It is the last, but for clocks that are set back over midnight: then an earlier
    /// story can have a later day.
    private mutating func month(of date: CivilDate) -> Int {
        let later = list.lastIndex { ($0.year, $0.month) >= (date.year, date.month) }
        if let later, list[later].year == date.year, list[later].month == date.month { return later }
        let position = later.map { $0 + 1 } ?? 0
        list.insert(Edition.Month(year: date.year, month: date.month), at: position)
        return position
    }
}
