/// What everybody may ask for, signed in or not: any other line of the route table must turn a stranger away.
enum OpenRoutes {
    static let all: Set<String> = Set(
        [
            "GET /livez", "GET /readyz", "GET /static/{hash}/{name}", "GET /{tenant}", "GET /{tenant}/vacancies",
            "GET /{tenant}/vacancies/{vacancy}", "GET /{tenant}/employers", "GET /{tenant}/calendar",
            "GET /{tenant}/privacy", "GET /{tenant}/accessibility", "GET /{tenant}/interest", "POST /{tenant}/interest",
            "GET /{tenant}/interest/receipt", "GET /{tenant}/rounds/{round}/application",
            "GET /{tenant}/rounds/{round}/candidacies", "POST /{tenant}/rounds/{round}/candidacies",
            "GET /{tenant}/sign-in", "POST /{tenant}/sign-in", "GET /{tenant}/sign-in/asked",
            "GET /{tenant}/sign-in/with/{provider}", "GET /{tenant}/sign-in/password",
            "POST /{tenant}/sign-in/password", "GET /{tenant}/sign-in/code",
            "GET /{tenant}/theme/{hash}",
            "POST /{tenant}/language", "POST /{tenant}/sign-out", "GET /{tenant}/api/v1/programmes",
            "GET /{tenant}/api/v1/members", "GET /{tenant}/api/v1/calendar", "GET /{tenant}/api/v1/vacancies",
            "GET /{tenant}/api/v1/vacancies/{vacancy}", "GET /{tenant}/api/v1/openapi.json",
            "POST /{tenant}/api/v1/interests", "POST /{tenant}/api/v1/rounds/{round}/candidacies",
        ] + byLink + byCode + bySignature)

    /// To who has a link: it asks for a press, and shows nothing before. To whom a provider sends back: who did not leave
    /// from here is told so, and nothing else.
    private static let byLink = [
        "GET /{tenant}/candidacies/{candidacy}/{key}", "POST /{tenant}/candidacies/{candidacy}/{key}",
        "GET /{tenant}/sign-in/{secret}", "GET /{tenant}/sign-in/with/{provider}/return",
    ]

    /// To who has the code of a diploma or a certificate: it shows what stands there.
    static let byCode = ["GET /{tenant}/verification", "GET /{tenant}/api/v1/documents/{code}"]
    /// To a provider: what it says is believed by its signature alone, and whoever else comes is told that it does not hold.
    private static let bySignature = ["POST /{tenant}/sign-in/with/{provider}/sign-out"]
    /// To who types an address: the form comes back with it.
    static let echoing = ["POST /{tenant}/sign-in/password"]
}
