import KohortCore
import KohortStore

/// What an `OfferLetter` is written from when it is sent: to whom, and what is offered by whom until when.
package struct OfferInLetter: Query {
    package struct Answer: Hashable, Sendable {
        package let offer: Offer
        package let name: String
        package let email: EmailAddress
        package let language: Language
        package let employer: OrganisationName
        /// The vacancy's title and place.
        package let title: String
        package let place: String
        package let deadline: Deadline
    }

    package static let permission = Permission.writeOfferLetters
    package let scope = Scope.consortium
    package let offer: OfferID

    package init(offer: OfferID) { self.offer = offer }

    package func fetch(in read: borrowing Read) throws -> Answer {
        let offer = try read.find(Offer.self, offer)
        let candidacy = try read.find(Candidacy.self, offer.candidacy)
        let terms = try read.find(Demand.self, offer.demand).terms
        let names = try read.ask(MemberDirectory.self).names(read)
        return Answer(
            offer: offer, name: candidacy.details.name, email: candidacy.details.email, language: candidacy.language,
            employer: try names.name(of: offer.organisation), title: terms.title, place: terms.place,
            deadline: offer.deadline(in: try read.find(Round.self, offer.round).zone))
    }
}
