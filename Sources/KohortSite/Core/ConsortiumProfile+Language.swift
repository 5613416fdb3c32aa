import HTTPTypes
import Hummingbird
import KohortCore
import KohortWeb
import Tenancy

extension ConsortiumProfile {
    /// For readers who have chosen none and are not known.
    func language(for request: Request) -> Language {
        defaultLanguage
            ?? Language.preferred(by: request.headers[.acceptLanguage], among: languages, or: ownLanguage)
    }
}
