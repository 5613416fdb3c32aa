import KohortCore
import Testing

@testable import KohortOutbound

struct MailDateTests {
    @Test(arguments: [
        (0, "Thu, 1 Jan 1970 00:00:00 +0000"), (1_297_724_399_999, "Mon, 14 Feb 2011 22:59:59 +0000"),
        (1_709_164_800_000, "Thu, 29 Feb 2024 00:00:00 +0000"), (1_798_761_599_000, "Thu, 31 Dec 2026 23:59:59 +0000"),
    ])
    func `an instant is written in UTC`(milliseconds: Int64, text: String) {
        #expect(Instant(milliseconds: milliseconds).mailDate.joined(separator: " ") == text)
    }
}
