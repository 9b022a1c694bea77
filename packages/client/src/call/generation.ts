import type { Message } from '@nationec/protocol'
import type { Caller } from './caller.ts'
import type { Generation } from './options.ts'

/** The message of one interface in the generation that a client's profile has chosen. */
export type MessageOf<Chosen extends Generation, Centre extends Message, Hos extends Message> = Chosen extends 'hos'
  ? Hos
  : Centre

/** Picks the message at run time as {@link MessageOf} does in types; the profile decides both. */
export function messageOf<Chosen extends Generation, Centre extends Message, Hos extends Message>(
  caller: Caller,
  centre: Centre,
  hos: Hos,
): MessageOf<Chosen, Centre, Hos> {
  return (caller.profile.generation === 'hos' ? hos : centre) as MessageOf<Chosen, Centre, Hos>
}
