import KohortCore

/// Easter by the Gregorian reckoning, which both countries' churches keep.
enum Easter {
    /// The "anonymous" method (Meeus, Astronomical Algorithms, chapter 8); the letters are the book's. Nil outside the
    /// years that a date can have.
    static func sunday(of year: Int) -> LocalDate? {
        let (a, b, c) = (year % 19, year / 100, year % 100)
        let g = (8 * b + 13) / 25
        let h = (19 * a + b - b / 4 - g + 15) % 30
        let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7
        let m = (a + 11 * h + 22 * l) / 451
        let days = h + l - 7 * m + 114
        return LocalDate(year: year, month: days / 31, day: days % 31 + 1)
    }
}
