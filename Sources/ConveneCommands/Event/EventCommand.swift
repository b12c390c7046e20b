import ArgumentParser

struct EventCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "event",
        abstract: "Trainings, workshops, meetings: their dates and their life.",
        subcommands: [
            EventAdd.self, EventList.self, EventShow.self, EventEdit.self, EventImport.self,
            EventOpen.self, EventClose.self, EventHold.self, EventPostpone.self, EventCancel.self,
            EventQuestion.self,
        ])
}
