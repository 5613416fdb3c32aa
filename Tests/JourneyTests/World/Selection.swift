/// Whom each employer wants, by the applicants' numbers, the most wanted first: two more than it has places.
enum Selection {
    static let lists: [(employer: String, wanted: [Int])] = [
        ("ornskoldsvik", [0, 1, 2, 3]), ("umea", [0, 49, 56, 63, 70]), ("skelleftea", [50, 57, 64, 71]),
        ("pitea", [51, 58, 65]), ("norsjo", [52, 59, 66]), ("vannas", [53, 60, 67]), ("nordmaling", [54, 61, 68]),
        ("alvsbyn", [55, 62, 69]),
    ]
    /// Whom Örnsköldsvik does not want, with a reason.
    static let unwanted = 4

    /// The first offers: an employer, one of `Place.all`, and a candidate. Piteå's one place has a race of its own.
    static let offers: [(employer: String, place: Int, candidate: Int)] = [
        ("ornskoldsvik", 0, 0), ("ornskoldsvik", 1, 1), ("umea", 2, 0), ("umea", 2, 49), ("umea", 2, 56),
        ("skelleftea", 3, 50), ("skelleftea", 3, 57), ("norsjo", 5, 52), ("vannas", 6, 53), ("nordmaling", 7, 54),
        ("alvsbyn", 8, 55),
    ]
}
