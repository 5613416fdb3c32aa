import KohortWeb

extension Pages {
    static let mail: [any Page.Type] = [LetterPage.self]
}
