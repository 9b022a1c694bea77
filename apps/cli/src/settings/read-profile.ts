import { defaultProfile, defineProfile, type Profile, type ProfileSettings } from '@nationec/protocol'
import { readJsonObject } from '../input/read-json.ts'
import { settingFile } from './setting-file.ts'

/** The regional profile of a file, or the default one. @throws `PROFILE_INVALID`, `SETTING_INVALID` */
export async function readProfile(path: string | undefined): Promise<Profile> {
  if (path === undefined) return defaultProfile
  return defineProfile((await settingFile('--profile', () => readJsonObject(path))) as unknown as ProfileSettings)
}
