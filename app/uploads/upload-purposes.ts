/**
 * What a sealed file is for. `attachment`: of a legal request that is being written. `answer`: what the provider
 * delivers. `message`: goes with a message of either side.
 */
export const uploadPurposes = ['attachment', 'answer', 'message'] as const;
export type UploadPurpose = (typeof uploadPurposes)[number];
