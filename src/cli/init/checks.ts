import type { Piece } from './piece.ts';
import type { Host } from './words.ts';

export const hostNames: Readonly<Record<Host, string>> = {
  github: 'GitHub',
  azure: 'Azure DevOps',
  gitlab: 'GitLab',
};

/** What a workflow depends on. */
export interface CheckOptions {
  readonly version: string;
  /** The branch that is protected, without its remote. */
  readonly branch: string;
  /** Whether findings go to code scanning as well. GitHub only. */
  readonly upload: boolean;
}

/** The check of pull requests on a host. */
export const check = (host: Host, options: CheckOptions): Piece => checks[host](options);

const purpose = 'check of pull requests';

const checks: Readonly<Record<Host, (options: CheckOptions) => Piece>> = {
  github: (options) => ({
    path: '.github/workflows/azlocal-lint.yml',
    purpose,
    text: github(options),
    next: [],
  }),
  azure: (options) => ({
    path: '.azure-pipelines/azlocal-lint.yml',
    purpose,
    text: azure(options),
    next: [
      ['New pipeline in Azure DevOps', 'from .azure-pipelines/azlocal-lint.yml'],
      [
        'Build validation in the branch policies',
        `of ${options.branch}, with that pipeline: then it checks pull requests`,
      ],
    ],
  }),
  gitlab: (options) => ({
    path: '.gitlab-ci.yml',
    purpose,
    text: gitlab(options),
    addition: gitlab(options),
    next: [],
  }),
};

/**
 * The commit that is checked out for a pull request is its merge with the target branch, which is therefore the first
 * parent, whatever has been merged since; two commits are enough.
 */
const github = ({ version, branch, upload }: CheckOptions): string => `name: azlocal-lint
on:
  pull_request:
  push:
    branches: [${JSON.stringify(branch)}]
permissions:
  contents: read${upload ? '\n  security-events: write # code scanning\n  actions: read # code scanning of a private repository' : ''}
jobs:
  azlocal-lint:
    runs-on: ubuntu-latest
    timeout-minutes: 10
    steps:
      - uses: actions/checkout@v6
        with:
          fetch-depth: 2 # the merge commit of the pull request, and what it is merged into
          persist-credentials: false
      - uses: azlocal-lint/azlocal-lint@v${version}
        with:
          paths: .
          base: \${{ github.event_name == 'pull_request' && 'HEAD^1' || 'HEAD' }}
          upload-sarif: ${upload}${upload ? '' : ' # true also needs security-events: write'}
`;

/** The tab for scans shows SARIF from an artifact of exactly this name. */
const azure = ({ version, branch }: CheckOptions): string => `trigger:
  branches:
    include: [${JSON.stringify(branch)}]
pool:
  vmImage: ubuntu-latest
steps:
  - checkout: self
    fetchDepth: "0" # so that the target branch is there
  - task: UseNode@1
    inputs:
      version: 22.x
  - bash: |
      base=HEAD
      if [ -n "\${SYSTEM_PULLREQUEST_TARGETBRANCH:-}" ]; then
        base="origin/\${SYSTEM_PULLREQUEST_TARGETBRANCH#refs/heads/}"
      fi
      npx --yes azlocal-lint@${version} --base "git:$base" --merge-base \\
        --format azure --format "sarif:$BUILD_ARTIFACTSTAGINGDIRECTORY/sarif/azlocal-lint.sarif"
    displayName: azlocal-lint
  - task: PublishBuildArtifacts@1
    condition: succeededOrFailed()
    inputs:
      PathtoPublish: $(Build.ArtifactStagingDirectory)/sarif
      ArtifactName: CodeAnalysisLogs
`;

/**
 * The commit of the target branch is known where results are merged before they are checked; elsewhere the commit in
 * common is what the merge request is compared with.
 */
const gitlab = ({ version }: CheckOptions): string => `azlocal-lint:
  image: node:22
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
  variables:
    GIT_DEPTH: "0" # so that the base is there
  script:
    - base="\${CI_MERGE_REQUEST_TARGET_BRANCH_SHA:-\${CI_MERGE_REQUEST_DIFF_BASE_SHA:-HEAD}}"
    - npx --yes azlocal-lint@${version} --base "git:$base" --format text --format gitlab:gl-code-quality-report.json
  artifacts:
    when: always
    reports:
      codequality: gl-code-quality-report.json
`;
