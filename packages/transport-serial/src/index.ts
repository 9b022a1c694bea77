/**
 * A secure serial link between the institution and the terminal, both sides of it. The wire format is this project's own.
 *
 * @module
 */
export { type SerialErrorCode, serialErrors } from './catalogue/serial-errors.ts'
export type {
  ChannelCodec,
  ChannelContext,
  ChannelEvent,
  ChannelPacket,
  ChannelStep,
  SecureChannel,
} from './channel/channel.ts'
export type { ChannelEnd } from './channel/channel-fault.ts'
export type { ChannelKeys, InstitutionChannelKeys, TerminalChannelKeys } from './channel/channel-keys.ts'
export { type MslChannelOptions, mslChannel } from './channel/msl-channel.ts'
export type { KeyLife } from './channel/records.ts'
export { fileJournal } from './journal/file-journal.ts'
export type { Journal, JournalPosition } from './journal/journal.ts'
export type { JournalEntry } from './journal/journal-entry.ts'
export { memoryJournal } from './journal/memory-journal.ts'
export { type EcrStxLrcOptions, ecrStxLrcLink } from './legacy/ecr-stx-lrc.ts'
export { type PlainTestOptions, plainTestChannel } from './legacy/plain-test-channel.ts'
export { createLink } from './link/create-link.ts'
export type {
  AttachOptions,
  DownReason,
  Link,
  LinkEvent,
  LinkOptions,
  LinkStatistics,
  LinkStep,
  LinkVersions,
  SendResult,
} from './link/link.ts'
export type {
  LinkMessage,
  PoisonedMessage,
  ReceivedMessage,
  RequestId,
  RequestState,
  StreamName,
} from './message/message.ts'
export type { CodecSettings, MessageCodec, MessageDecoder } from './message/message-codec.ts'
export { MessageFault, type MessageFaultReason } from './message/message-fault.ts'
export { mslCodec } from './message/msl-codec.ts'
export type { InstitutionKeys, OwnKeys, PinnedKeys, TerminalKeys } from './options/keys.ts'
export type { PortBinding } from './ports/choose-binding.ts'
export { checkPort } from './ports/device/check-port.ts'
export type { OpenPort, PortLike, PortListener } from './ports/device/port.ts'
export { listPorts } from './ports/list/list-ports.ts'
export type { PortInfo } from './ports/list/port-info.ts'
export { type MemoryPorts, memoryPorts } from './ports/memory-ports.ts'
export { type OpenPortOptions, openPort } from './ports/open-port.ts'
export { type PortNotice, type ReopeningOptions, reopeningPort } from './ports/reopening-port.ts'
export type { NativePort, NativePortInfo, SerialPortModule } from './ports/serialport/serialport-module.ts'
export { createLineDecoder, type LineDecoder } from './sniff/line-decoder.ts'
export type {
  FrameKind,
  LineAcknowledgement,
  LineEvent,
  LineFrame,
  LineMessage,
  LineNoise,
  LineSync,
  MessageContent,
} from './sniff/line-event.ts'
export { type SerialTerminal, serialTerminal } from './terminal/serial-terminal.ts'
export type { Outcome, Work } from './terminal/terminal-core.ts'
export type {
  Handle,
  HandleContext,
  Recover,
  SerialTerminalOptions,
  TerminalNotice,
} from './terminal/terminal-options.ts'
export type { RequestOutcome } from './transport/client-core.ts'
export type { NewRequest } from './transport/client-memory.ts'
export type { LateOutcome, SerialNotice, SerialTransportOptions, TerminalPush } from './transport/serial-options.ts'
export { serialTransport } from './transport/serial-transport.ts'
