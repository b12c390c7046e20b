import NIOCore
import NIOHTTPTypes

/// Closes a connection whose client takes too long over one request: to send it, however steadily it
/// drips, or to take in the answer. The library closes those that send nothing.
final class Patience: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let limit: TimeAmount
    private var end: Scheduled<Void>?
    /// Whether a request is still on its way in, which may be answered before its end.
    private var isReceiving = false

    init(limit: TimeAmount) { self.limit = limit }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head:
            isReceiving = true
            wait(limit, context)
        case .body: break
        case .end:
            isReceiving = false
            cancel()
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        // A large answer over a slow line is no fault of its client's.
        case .head: wait(limit * 10, context)
        case .body: break
        case .end:
            let written = promise ?? context.eventLoop.makePromise()
            let patience = NIOLoopBound((self, context), eventLoop: context.eventLoop)
            written.futureResult.whenComplete { _ in
                let (patience, context) = patience.value
                if patience.isReceiving {
                    patience.wait(patience.limit, context)
                } else {
                    patience.cancel()
                }
            }
            return context.write(data, promise: written)
        }
        context.write(data, promise: promise)
    }

    func channelInactive(context: ChannelHandlerContext) {
        cancel()
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) { cancel() }

    private func wait(_ time: TimeAmount, _ context: ChannelHandlerContext) {
        cancel()
        let channel = context.channel
        end = context.eventLoop.scheduleTask(in: time) { channel.close(promise: nil) }
    }

    private func cancel() {
        end?.cancel()
        end = nil
    }
}
