import HTTPTypes
import KohortCore
import KohortStore
import KohortWeb

extension Problem {
    /// Every error's way out of the site: a store that cannot be used just now says so, and when to come again.
    init(ofSite error: any Error) {
        if let form = error as? UntakenForm {
            self.init(form.problem)
            sent = form.sent
            return
        }
        if error is EndedCandidacy {
            self.init(.gone, "candidacy.ended")
            return
        }
        switch error as? StoreFault {
        case .full:
            self.init(.serviceUnavailable, "storage.full", .seconds(60))
            detail = "There is no room to store anything at the moment. What is stored can be read."
        case .unavailable, .interrupted, .undecided, .locked, .closed, .foreign:
            self.init(.serviceUnavailable, "storage.unavailable", .seconds(10))
        default: self.init(error)
        }
    }
}
