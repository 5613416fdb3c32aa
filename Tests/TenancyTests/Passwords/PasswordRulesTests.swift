import KohortCore
import Testing

@testable import Tenancy

@Suite struct `Which passwords are taken` {
    private static let context = [
        "Kari Nordmann", "kari.nordmann@romerike.example", "Romerike", "Örnsköldsvik", "kohort",
    ]

    private func code(_ password: String) -> String? {
        PasswordRules.problems(password, context: Self.context).first?.code
    }

    @Test(
        arguments: [
            "correct horse battery staple", "aaaabbbbccccddddx#", "grønn bil i fjæra", "zq9!vT2#pL7m",
            "            xylofon",
            "tolv tegn ok", "the lead of romerike likes old pianos", "gul tiger under bordet",
        ])
    func `any long one of somebody's own making, with no rule for digits or signs`(_ password: String) {
        #expect(code(password) == nil, "\(password)")
    }

    @Test func `twelve characters are enough and eleven are not; 64 and more are taken`() {
        #expect(code("tjue bregner") == nil)
        #expect(code("tjue bregne") == "password.too_short")
        #expect(code(String(repeating: "gul tiger ", count: 7)) == nil)
        #expect(code(String(repeating: "gul tiger ", count: 25) + "123456") == nil)
        #expect(code(String(repeating: "gul tiger ", count: 25) + "1234567") == "password.too_long")
    }

    @Test(
        arguments: [
            "Sommer2026!!", "Passord123456", "p4ssw0rd1234", "PASSWORD!!!!", "lösenord2026", "123456789012",
            "qwertyuiop123",
            "abcdefghijkl", "aaaaaaaaaaaa", "abcabcabcabc", "passordpassord", "november2026!", "1234567890123456",
        ])
    func `none that is tried first, with whatever digits and signs about it`(_ password: String) {
        #expect(code(password) == "password.common", "\(password)")
    }

    @Test(arguments: [
        "Romerike2026!", "romerike-kari", "ORNSKOLDSVIK12", "örnsköldsvik99", "kohort-kohort!", "nordmannkari12",
    ])
    func `none that says only whose it is and where`(_ password: String) {
        #expect(code(password) == "password.context", "\(password)")
    }

    @Test func `the shipped list is there`() {
        #expect(!CommonPasswords.shipped.isEmpty)
        #expect(CommonPasswords.shipped.contains("password"))
        #expect(!CommonPasswords.shipped.contains("gul tiger under bordet"))
    }
}

@Suite struct `How fast an account may be guessed at` {
    @Test func `five tries are free, then each waits twice as long, and never more than a minute`() {
        let seconds = (0...14).map { Int(AttemptPace.wait(after: $0) / .seconds(1)) }
        #expect(seconds == [0, 0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60, 60])
    }
}
