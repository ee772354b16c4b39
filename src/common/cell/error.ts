/** What is wrong with the wishes for a Config cell. */
export type CellFault =
  | 'registry'
  | 'path'
  | 'sdk'
  | 'framework'
  | 'text'
  | 'image-missing'
  | 'image-name'
  | 'image-elsewhere'
  | 'base-image-missing'
  | 'base-image';

const SENTENCES: Readonly<Record<CellFault, string>> = {
  registry: 'The registry has to be written as host or host:port, without https:// and without a path.',
  path: 'The place of a file has to be an absolute path of at most 4,096 characters.',
  sdk: 'The version of the Kaptain SDK has to be a number such as 0.4 or 1.3.',
  framework: 'Up to version 0.4 the Kaptain SDK knows TensorFlow and PyTorch only.',
  text: 'Every field of the model needs a text of at most 500 characters.',
  'image-missing':
    'The Model part needs the name of the image to build, for example my.private.registry:5000/team/model:1.',
  'image-name':
    'The name of the image has to be like team/model:1: lower-case letters, digits and single . _ or - between them, a tag if wanted, no digest.',
  'image-elsewhere': 'The image has to be on the registry of the cell: login and certificate are for no other.',
  'base-image-missing': 'The Model part needs the image that yours is built on (base_image); there is no default.',
  'base-image': 'The base image has to be like host:port/team/image:tag or host:port/team/image@sha256:…'
};

/** A Config cell that cannot be written as wished. The message is a whole sentence and quotes nothing. */
export class CellError extends Error {
  readonly fault: CellFault;

  constructor(fault: CellFault) {
    super(SENTENCES[fault]);
    this.name = 'CellError';
    this.fault = fault;
  }
}
