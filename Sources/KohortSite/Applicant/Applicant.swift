import Hummingbird
import KohortStore
import KohortWeb
import Recruitment
import Tenancy

extension Pages {
    static let applicantRoom: [any Page.Type] = [
        CandidacyLinkPage.self, CandidacyPage.self, ReceiptPage.self, WithdrawalPage.self, OfferPage.self,
    ]
}

extension Site {
    var applicantRoutes: [Route] {
        let own = "/{tenant}/candidacies/{candidacy}"
        return [
            page(.get, own, .query(OwnCandidacy.name), CandidacyDesk.show),
            page(.get, "\(own)/receipt", .query(OwnCandidacy.name), CandidacyDesk.receipt),
            page(.get, "\(own)/application", .query(OwnCandidacy.name), ChangeDesk.form),
            page(.post, "\(own)/application", .command(ChangeCandidacy.name), ChangeDesk.take),
            page(.get, "\(own)/withdrawal", .query(OwnCandidacy.name), WithdrawalDesk.confirm),
            page(.post, "\(own)/withdrawal", .command(WithdrawCandidacy.name), WithdrawalDesk.withdraw),
            page(.get, "\(own)/offers/{offer}", .query(OffersOfCandidacy.name), OfferAnswerDesk.show),
            page(.get, "\(own)/offers/{offer}/acceptance", .query(OffersOfCandidacy.name), OfferAnswerDesk.showAgain),
            page(.post, "\(own)/offers/{offer}/acceptance", .command(AcceptOffer.name), OfferAnswerDesk.accept),
            page(.get, "\(own)/offers/{offer}/refusal", .query(OffersOfCandidacy.name), OfferAnswerDesk.showAgain),
            page(.post, "\(own)/offers/{offer}/refusal", .command(DeclineOffer.name), OfferAnswerDesk.refuse),
            page(.get, "\(own)/documents/{document}", .query(CandidacyDocumentFile.name), DocumentDesk.download),
            page(.get, "\(own)/{key}", .query(OwnCandidacy.name), CandidacyLinkDesk.show),
            page(.post, "\(own)/{key}", .command(AskForSignIn.name), CandidacyLinkDesk.ask),
        ]
    }
}
