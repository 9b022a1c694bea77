import { defaultProfile, defineProfile, type Profile, type ProfileSettings } from '@nationec/protocol'
import { readJsonObject } from '../input/read-json.ts'

/** The regional profile of a file, or the default one. @throws `PROFILE_INVALID`, `INPUT_INVALID` */
export async function readProfile(path: string | undefined): Promise<Profile> {
  return path === undefined ? defaultProfile : defineProfile((await readJsonObject(path)) as unknown as ProfileSettings)
}
