import HTTPTypes
import Hummingbird
import KohortCore
import KohortWeb
import Tenancy

extension ConsortiumProfile {
    /// For readers who have chosen none and are not known: of the consortium's own languages the one that their browser
    /// likes best, or else the consortium's first.
    func language(for request: Request) -> Language {
        Language.preferred(by: request.headers[.acceptLanguage], among: languages, or: defaultLanguage)
    }
}
