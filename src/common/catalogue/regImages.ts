import type { CodeEntry } from './types.ts';

/** Images on the registry: their names, the right to pull and to push. */
export const regImages = {
  'KR-REG-013': {
    title: 'The repository {repository} is not there yet',
    short: 'repository not there yet',
    severity: 'info',
    explanation:
      '{host} knows no repository {repository}. Most registries make it with the first push. Some do so only within a project that exists (Harbor, GitLab, Artifactory).',
    fix: [
      {
        text: 'Nothing, if this is the image that is going to be built. In Harbor or GitLab the project, the first part of the name, has to be there before.',
        by: 'you'
      }
    ],
    args: { host: 'host', repository: 'object' },
    explainedBy: [],
    variants: {
      'create-first': {
        title: 'The repository {repository} has to be created before the first push',
        severity: 'error',
        explanation:
          'Asked to begin an upload, {host} answered that it knows no repository {repository} (NAME_UNKNOWN). It does not make one by itself, as ECR and some others do not. Every push will be refused.',
        fix: [
          { text: 'Create the repository {repository} on {host}.', by: 'registry-owner' },
          { text: 'Or compare the name with those that are there: one letter is enough.', by: 'you' }
        ]
      }
    }
  },
  'KR-REG-014': {
    title: 'The image {image} is not there',
    short: 'image not there',
    severity: 'error',
    explanation: '{host} has the repository of {image}, but not this tag. A build that starts from it ends at once.',
    fix: [
      { text: 'Compare the tag with those that are there; capital letters count.', by: 'you' },
      {
        text: 'If this is the image that you are going to build, and not the one to build on: name it first, and have the push tested with it (--push). Then it need not be there.',
        by: 'you'
      }
    ],
    args: { host: 'host', image: 'object' },
    explainedBy: [],
    variants: {
      repository: {
        title: 'There is no repository for the image {image}',
        explanation:
          '{host} knows no repository of this name, so there is nothing to pull. A build that starts from {image} ends at once.'
      },
      'not-found': {
        explanation:
          '{host} says that {image} does not exist, and does not say whether the tag or the whole repository is missing. A build that starts from it ends at once.',
        fix: [
          {
            text: 'Compare name and tag with those that are there. Artifactory and Nexus want the key of the repository as the first part of the path, Harbor and GitLab the project.',
            by: 'you'
          },
          {
            text: 'If this is the image that you are going to build, and not the one to build on: name it first, and have the push tested with it (--push). Then it need not be there.',
            by: 'you'
          }
        ]
      },
      'not-a-manifest': {
        title: 'What {host} sends for {image} is no image',
        explanation:
          'Asked for the manifest of {image}, {host} answered with status 200 and something else. A proxy or a cache in front of it may have put its own answer in.',
        fix: [{ text: 'Look at what answers at /v2/ for this repository.', by: 'registry-owner' }]
      }
    }
  },
  'KR-REG-015': {
    title: 'The login may not pull from {repository}',
    short: 'may not pull',
    severity: 'error',
    explanation: 'The login is right, and {host} refuses to hand out images of {repository} to it (status {status}).',
    fix: [{ text: 'Give this account the right to read {repository}.', by: 'registry-owner' }],
    args: { host: 'host', repository: 'object', status: 'integer' },
    explainedBy: [],
    variants: {
      hidden: {
        title: '{host} does not show {repository} to this login',
        explanation:
          'The login was accepted, and for {repository} the registry asks for a login again (status {status}). That is how Harbor and Quay answer when the account lacks the right, and also when the project or repository does not exist: from here the two look alike. A new password would change nothing.',
        fix: [
          { text: 'Compare the name, project first, with those that are there.', by: 'you' },
          { text: 'Check that {repository} exists, and give this account the right to read it.', by: 'registry-owner' }
        ]
      },
      'login-service': {
        title: 'The login service gives no right to pull from {repository}',
        explanation:
          'The login was accepted, and the login service refuses it a token for reading {repository} (status {status}). The account, or its access token, lacks the right; with some registries also because the project does not exist.',
        fix: [
          { text: 'Compare the name, project first, with those that are there.', by: 'you' },
          {
            text: 'Give this account, or its access token, the right to read {repository} (in GitLab the scope read_registry).',
            by: 'registry-owner'
          }
        ]
      }
    }
  },
  'KR-REG-016': {
    title: 'The login may not push to {repository}',
    short: 'may not push',
    severity: 'error',
    explanation:
      'The login is right, and {host} refused to begin an upload to {repository} (status {status}). Building would work and the push at its end would fail.',
    fix: [{ text: 'Give this account the right to write to {repository}.', by: 'registry-owner' }],
    args: { host: 'host', repository: 'object', status: 'integer' },
    explainedBy: [],
    variants: {
      hidden: {
        explanation:
          'The login was accepted, and for an upload to {repository} the registry asks for a login again (status {status}). The account lacks the right to write there; with Harbor and Quay the same answer comes when the project does not exist. A new password would change nothing.',
        fix: [
          { text: 'Compare the name, project first, with those that are there.', by: 'you' },
          {
            text: 'Check that the project exists, and give this account the right to write to {repository}.',
            by: 'registry-owner'
          }
        ]
      },
      'login-service': {
        title: 'The login service gives no right to push to {repository}',
        explanation:
          'The login was accepted, and the login service refuses it a token for writing to {repository} (status {status}). No upload was begun. The account, or its access token, may be for reading only.',
        fix: [
          {
            text: 'Give this account, or its access token, the right to write to {repository} (in GitLab the scope write_registry).',
            by: 'registry-owner'
          }
        ]
      },
      token: {
        title: 'The token for {repository} does not allow a push',
        explanation:
          'The login service gave a token, and the token itself says that it does not allow writing to {repository}. No upload was begun. Reading may work.'
      },
      'no-login': {
        title: '{host} wants a login for a push, and there is none for it',
        explanation:
          'Reading is open to everyone; for an upload to {repository} the registry asks for a login (status {status}), and the Docker config holds none for {host}.',
        fix: [{ text: 'Add an entry for "{host}" to config.json and update the Secret in your namespace.', by: 'you' }]
      }
    }
  },
  'KR-REG-017': {
    title: 'Whether the login may push to {repository} was not tested',
    short: 'push not tested',
    severity: 'info',
    explanation:
      'Nothing but an upload shows the right to push: neither the login nor a token proves it. The test begins one upload and cancels it; no image is stored.',
    fix: [
      {
        text: 'Have it tested:',
        by: 'you',
        command: 'kaptain-registry check {host} --image {host}/{repository} --push'
      }
    ],
    args: { host: 'host', repository: 'object' },
    explainedBy: []
  },
  'KR-REG-018': {
    title: '{host} takes no images at the moment: it is read-only',
    short: 'read-only',
    severity: 'error',
    explanation:
      'Asked to begin an upload to {repository}, {host} answered that it does not do that (status {status}). It is a mirror, is being cleaned up or moved, or was switched to read-only. The login is not the cause.',
    fix: [{ text: 'Switch the registry back, or name the one that takes images.', by: 'registry-owner' }],
    args: { host: 'host', repository: 'object', status: 'integer' },
    explainedBy: [],
    variants: {
      full: {
        title: '{host} takes no images at the moment: it is full',
        explanation:
          'Asked to begin an upload to {repository}, {host} answered that a limit of space is reached (status {status}). The login is not the cause.',
        fix: [{ text: 'Remove images that nobody needs, or raise the limit of the project.', by: 'registry-owner' }]
      }
    }
  },
  'KR-REG-019': {
    title: 'The tag of {image} exists and must not change',
    short: 'tag must not change',
    severity: 'warning',
    explanation:
      '{host} says that tags of this repository must not change (immutable), and refused the upload (status {status}).',
    fix: [{ text: 'Choose another tag in image_name.', by: 'you' }],
    args: { host: 'host', image: 'object', status: 'integer' },
    explainedBy: [],
    variants: {
      exists: {
        title: 'The image {image} is there already',
        severity: 'info',
        explanation:
          'A push will put the new image in its place. Where a rule of the registry forbids that (immutable tags), the push is refused at its very end; whether there is such a rule cannot be told from here.',
        fix: [{ text: 'Nothing; or choose another tag in image_name to keep the old image.', by: 'you' }]
      }
    }
  },
  'KR-REG-020': {
    title: 'The image name {image} breaks the rules',
    short: 'bad image name',
    severity: 'error',
    explanation:
      'In "{image}" the path holds something that Docker names must not have. Allowed are small letters, digits, and between them ".", "_", "__" or hyphens; parts are divided by one "/". No program accepts it.',
    fix: [{ text: 'Correct the name in image_name or base_image.', by: 'you' }],
    args: { image: 'object' },
    explainedBy: [],
    variants: {
      empty: {
        title: 'The image name is empty',
        explanation: 'An empty text was given instead of the name of an image.'
      },
      scheme: {
        title: 'An image name must not start with https://',
        explanation:
          '"{image}" begins with a scheme. Image names start with the registry itself, for example my.private.registry:5000/team/model.',
        fix: [{ text: 'Leave out everything up to and including "://".', by: 'you' }]
      },
      space: {
        title: 'The image name has a space or line break in it',
        explanation: 'A space, tab or line break stands in "{image}". No program removes it.',
        fix: [{ text: 'Remove the space or line break, also at the start and the end.', by: 'you' }]
      },
      'upper-case': {
        title: 'The image name {image} has capital letters',
        explanation:
          'Behind the registry only small letters are allowed in "{image}"; only the tag may have capital ones. Some registries answer "unknown" to it instead of saying so.',
        fix: [{ text: 'Write the name in small letters.', by: 'you' }]
      },
      'too-long': {
        title: 'The image name is too long',
        explanation: 'Behind the registry, a name may have 255 characters at most.',
        fix: [{ text: 'Choose a shorter name.', by: 'you' }]
      },
      identifier: {
        title: 'The image name is an identifier of 64 digits',
        explanation:
          '"{image}" has the form of an image identifier. Programs refuse it as a name, because it could mean either.',
        fix: [{ text: 'Write registry, repository and tag instead.', by: 'you' }]
      },
      registry: {
        title: 'The registry in the image name {image} cannot be read',
        explanation:
          'What stands before the first "/" of "{image}" is no address of the form host or host:port. No program accepts it; underscores are not allowed there.',
        fix: [{ text: 'Write the registry exactly as in docker_registry_url.', by: 'you' }]
      },
      login: {
        title: 'The image name holds a login',
        explanation:
          'A user name or password stands before an "@" in the name of the image. It would show up in logs and messages; it is not shown here. No program accepts it.',
        fix: [
          { text: 'Write registry, repository and tag alone; the login belongs into the Docker config.', by: 'you' },
          { text: 'If it was a real password, have it changed: it was stored in clear text.', by: 'you' }
        ]
      },
      tag: {
        title: 'The tag of the image {image} breaks the rules',
        explanation:
          'Behind the colon of "{image}" there must be a tag: letters, digits, "_", "." and hyphens, 128 at most, the first one a letter, digit or "_".',
        fix: [{ text: 'Correct the tag.', by: 'you' }]
      },
      digest: {
        title: 'The digest of the image {image} breaks the rules',
        explanation:
          'Behind the "@" of "{image}" there must be a digest such as sha256: with 64 digits (0 to 9, a to f).',
        fix: [{ text: 'Copy the digest again, whole.', by: 'you' }]
      },
      'by-registry': {
        title: 'The registry does not accept the name {image}',
        explanation:
          'The name is right by the general rules, and the registry refuses it by its own (NAME_INVALID): too few or too many parts, or a word that it reserves.',
        fix: [
          { text: 'Compare it with the names of images that are there; often the first part is a project.', by: 'you' },
          { text: 'Tell the users which names this registry takes.', by: 'registry-owner' }
        ]
      }
    }
  },
  'KR-REG-021': {
    title: 'There is no login for the registry of {image}',
    short: 'no login for its registry',
    severity: 'warning',
    explanation:
      'The image {image} is on {registry}, and the Docker config holds no login for that. The builder can pull it only if it is open to everyone. It was not tried: {registry} is not among the registries that were asked.',
    fix: [
      { text: 'Add an entry for "{registry}" to config.json, or copy the image to your registry.', by: 'you' },
      {
        text: 'Or have it looked at:',
        by: 'you',
        command: 'kaptain-registry check {registry} --image {image}'
      }
    ],
    args: { image: 'object', registry: 'host' },
    explainedBy: [],
    variants: {
      public: {
        severity: 'info',
        explanation:
          'The image {image} is on {registry}, a public registry, and the Docker config holds no login for that. Images that are open to everyone can be pulled; public registries limit how many an hour.',
        fix: [{ text: 'Nothing, as long as the limit is not reached.', by: 'you' }]
      }
    }
  },
  'KR-REG-022': {
    title: 'Tokens of {host} live for {seconds} s only',
    short: 'tokens end too soon',
    severity: 'warning',
    explanation:
      'The login service says that its tokens end after {seconds} s. The rules for Docker registries ask for 60 s at least. Large layers take longer to upload, and older programs do not ask for a new token in between.',
    fix: [{ text: 'Let the login service give tokens for several minutes.', by: 'registry-owner' }],
    args: { host: 'host', seconds: 'integer' },
    explainedBy: []
  },
  'KR-REG-027': {
    title: '{host} does not say the digest of its images',
    short: 'digest is missing',
    severity: 'warning',
    explanation:
      "The answer for {image} lacks the header line Docker-Content-Digest. Other programs work it out by themselves; the SDK's library (python-dxf) stops with a bare KeyError where it needs it.",
    fix: [
      {
        text: 'Let the registry send Docker-Content-Digest, or let the proxy in front of it pass it.',
        by: 'registry-owner'
      }
    ],
    args: { host: 'host', image: 'object' },
    explainedBy: []
  },
  'KR-REG-028': {
    title: '{host} offers two kinds of login, and the first one does not work',
    short: 'first kind of login refused',
    severity: 'error',
    explanation:
      'The registry offers Basic before Bearer. The SDK takes Bearer, which works. The image builder takes the first one, Basic, and the registry refuses the very same login there.',
    fix: [{ text: 'Offer Bearer alone, or accept Basic too.', by: 'registry-owner' }],
    args: { host: 'host' },
    explainedBy: []
  }
} as const satisfies Record<string, CodeEntry>;
